Feature: Trials

  The days of a trial are free, the first day included. Periods are counted from the first day of the trial, so that the
  first bill is for what is left of the period: price x days left / days of the period, rounded half up to the cent.

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the customer "Kim" of the cast

  Rule: The first bill comes on the day after the trial, for the days that are left

    @needs:subscription.trial-in-period
    Scenario Outline: Kim begins on 1 April with <days> days of trial
      Given "Kim" subscribes to "Basic" on 1 April 2026 with <days> days of trial
      When the clock moves to <charged>
      Then "Kim" has 1 invoice
      And the first invoice of "Kim" shows exactly these lines:
        | plan  | from      | to     | reckoning               | net         |
        | Basic | <charged> | <last> | 30.00 x <left> / <full> | EUR <price> |
      And the first invoice of "Kim" is dated <charged>

      Examples: one day, a week, two weeks, and longer than the first month, reckoned by hand
        | days | charged       | last          | left | full | price |
        | 1    | 2 April 2026  | 30 April 2026 | 29   | 30   | 29.00 |
        | 7    | 8 April 2026  | 30 April 2026 | 23   | 30   | 23.00 |
        | 14   | 15 April 2026 | 30 April 2026 | 16   | 30   | 16.00 |
        | 45   | 16 May 2026   | 31 May 2026   | 16   | 31   | 15.48 |

    Scenario: A trial as long as the month leaves nothing of it to bill
      Given "Kim" subscribes to "Basic" on 1 April 2026 with 30 days of trial
      When the clock moves to 1 May 2026
      Then "Kim" has 1 invoice
      And the first invoice of "Kim" shows exactly these lines:
        | line | plan  | from       | to          | net       |
        | fee  | Basic | 1 May 2026 | 31 May 2026 | EUR 30.00 |

  Rule: Who leaves within the trial pays nothing

    Scenario: Kim leaves on the last day of the trial
      Given "Kim" subscribes to "Basic" on 1 April 2026 with 14 days of trial
      And "Kim" cancels "Basic" on 14 April 2026
      When the clock moves to 31 May 2026
      Then "Kim" has 0 invoices
      And the subscription of "Kim" to "Basic" is cancelled
