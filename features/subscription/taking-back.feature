Feature: Taking back what was planned

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the plan "Pro" costs EUR 90.00 per month
    And the customer "Kim" of the cast
    And "Kim" subscribes to "Basic" on 1 April 2026

  Rule: What is taken back before its day changes no bill

    Scenario: Kim stays after all
      Given "Kim" cancels "Basic" at the end of the period
      And "Kim" takes back the cancellation of "Basic" on 20 April 2026
      When the clock moves to 1 June 2026
      Then "Kim" has 3 invoices
      And the second invoice of "Kim" is dated 1 May 2026
      And the second invoice of "Kim" totals EUR 30.00
      And the invoices of "Kim" total EUR 90.00
      And the subscription of "Kim" to "Basic" is active

    Scenario: Kim keeps the smaller plan
      Given "Kim" changes from "Basic" to "Pro" at the end of the period
      And "Kim" takes back the change to "Pro" on 30 April 2026
      When the clock moves to 1 May 2026
      Then "Kim" is now on "Basic"
      And the last invoice of "Kim" shows exactly these lines:
        | line | plan  | from       | to          | net       |
        | fee  | Basic | 1 May 2026 | 31 May 2026 | EUR 30.00 |

    Scenario: Kim cancels a second time, and means it
      Given "Kim" cancels "Basic" at the end of the period
      And "Kim" takes back the cancellation of "Basic" on 10 April 2026
      And "Kim" cancels "Basic" at the end of the period
      When the clock moves to 31 May 2026
      Then "Kim" has 1 invoice
      And the last day of "Kim" on "Basic" is 30 April 2026
