@risk-high
Feature: Usage that is not waited for

  Background:
    Given the plan "Cloud" costs EUR 10.00 per month
    And the plan "Cloud" charges EUR 2.00 per unit of "calls"
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Cloud" on 1 March 2026

  Rule: What reaches the threshold is billed at once, and only once

    Scenario: A threshold is reached in the middle of the month
      # 20 calls are EUR 40.00 at once; EUR 10.00 for April and 5 calls more are EUR 20.00 at the end.
      Given from 1 March 2026 on usage of "Acme" on "Cloud" is invoiced as soon as it comes to EUR 30.00
      When "Acme" uses 20 of "calls" on 10 March 2026
      Then "Acme" has 2 invoices
      And the second invoice of "Acme" totals EUR 40.00
      When "Acme" uses 5 of "calls" on 20 March 2026
      And the clock moves to 1 April 2026
      Then the third invoice of "Acme" totals EUR 20.00
      And the invoices of "Acme" total EUR 70.00
