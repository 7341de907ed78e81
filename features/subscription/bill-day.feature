@risk-high
Feature: Another day of the month for the bill

  Who moves his bill day gets a whole period on the first such day, and what he paid beyond it is given back.
  Basic costs EUR 30.00 a month: price x days / days of the period that was cut.

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the customer "Kim" of the cast
    And "Kim" subscribes to "Basic" on 1 April 2026

  Rule: The first bill on the new day gives back what the old one paid beyond it

    # 16 of 30 days are given back: 30.00 x 16 / 30 = 16.00, and 30.00 - 16.00 = 14.00.
    @short
    Scenario: Later in the month
      Given "Kim" moves the bill day of "Basic" to day 15 of the month on 10 April 2026
      When the clock moves to 15 April 2026
      Then the invoices of "Kim" total EUR 44.00

  Rule: A month that does not have the day is billed on its last

    Scenario: The 31st, in a month of thirty days
      Given "Kim" moves the bill day of "Basic" to day 31 of the month on 10 April 2026
      When the clock moves to 30 May 2026
      Then "Kim" has 2 invoices
      When the clock moves to 31 May 2026
      Then "Kim" has 3 invoices
      And the last invoice of "Kim" shows exactly these lines:
        | line | plan  | from        | to           | net       |
        | fee  | Basic | 31 May 2026 | 29 June 2026 | EUR 30.00 |
