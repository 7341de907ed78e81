@risk-high
Feature: What is entered late

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the plan "Team" costs EUR 12.00 per seat and month
    And the customer "Acme" of the cast

  @needs:subscription.backdate-together
  Rule: An order that is entered late is billed at once, for each month that has begun

    Scenario Outline: Ordered on <start> and entered on <entered>: <months> months
      When the order of "Acme" for "Basic" from <start> is entered on <entered>
      Then "Acme" has 1 invoice
      And the first invoice of "Acme" is dated <entered>
      And the first invoice of "Acme" covers <start> to <last day>
      And the first invoice of "Acme" totals <total>

      Examples: within a month, on its last day and on the first of the next one: months x 30.00
        | start           | entered          | last day         | months | total     |
        | 15 January 2026 | 5 March 2026     | 14 March 2026    | 2      | EUR 60.00 |
        | 1 January 2026  | 31 March 2026    | 31 March 2026    | 3      | EUR 90.00 |
        | 1 January 2026  | 1 April 2026     | 30 April 2026    | 4      | EUR 120.00 |
        | 31 January 2026 | 28 February 2026 | 30 March 2026    | 2      | EUR 60.00 |

    Scenario: After it was entered, its bills come on its own days
      Given the order of "Acme" for "Basic" from 15 January 2026 is entered on 5 March 2026
      When the clock moves to 15 March 2026
      Then "Acme" has 2 invoices
      And the first invoice of "Acme" shows exactly these lines:
        | line | plan  | from             | to               | net       |
        | fee  | Basic | 15 January 2026  | 14 February 2026 | EUR 30.00 |
        | fee  | Basic | 15 February 2026 | 14 March 2026    | EUR 30.00 |
      And the last invoice of "Acme" covers 15 March 2026 to 14 April 2026

  Rule: What happened counts from its own day, and is billed on the day on which it is known

    # 15 days of April are left: 30.00 x 15 / 30.
    Scenario: A cancellation lay in the post for four days
      Given "Acme" subscribes to "Basic" on 1 April 2026
      When the cancellation of "Basic" by "Acme" on 16 April 2026 is entered on 20 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line        | plan  | from          | to            | reckoning        | net        |
        | unused days | Basic | 16 April 2026 | 30 April 2026 | -30.00 x 15 / 30 | EUR -15.00 |
      And the last invoice of "Acme" is dated 20 April 2026
      And the last day of "Acme" on "Basic" is 15 April 2026

    Scenario: Three seats were used for a week before anybody said so
      Given "Acme" subscribes to 5 seats of "Team" on 1 April 2026
      When the change of "Acme" to 8 seats of "Team" on 11 April 2026 is entered on 18 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan | from          | to            | quantity | reckoning            | net        |
        | unused days    | Team | 11 April 2026 | 30 April 2026 | 5        | -5 x 12.00 x 20 / 30 | EUR -40.00 |
        | remaining days | Team | 11 April 2026 | 30 April 2026 | 8        | 8 x 12.00 x 20 / 30  | EUR 64.00  |
      And the last invoice of "Acme" is dated 18 April 2026
