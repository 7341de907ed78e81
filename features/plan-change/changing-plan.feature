@risk-high
Feature: Changing plan in the middle of a period

  Amounts are reckoned by hand: price x days / days of the period, rounded half up to the cent on each line.
  The day of change belongs to the new plan.

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the plan "Pro" costs EUR 90.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast

  Rule: Unused days of the old plan are given back, remaining days of the new plan are charged

    @short
    Scenario: Acme upgrades half way through April
      Given "Acme" subscribes to "Basic" on 1 April 2026
      When "Acme" changes from "Basic" to "Pro" on 16 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan  | from          | to            | reckoning       | net        | tax       |
        | unused days    | Basic | 16 April 2026 | 30 April 2026 | -30.00 x 15 / 30 | EUR -15.00 | EUR -2.85 |
        | remaining days | Pro   | 16 April 2026 | 30 April 2026 | 90.00 x 15 / 30 | EUR 45.00  | EUR 8.55  |
      And the last invoice of "Acme" totals EUR 30.00 net and EUR 5.70 tax
      And the last invoice of "Acme" is dated 16 April 2026 and due on 30 April 2026

    Scenario: Acme goes back to the smaller plan and is owed money
      Given "Acme" subscribes to "Pro" on 1 April 2026
      When "Acme" changes from "Pro" to "Basic" on 16 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan  | from          | to            | reckoning        | net        | tax       |
        | unused days    | Pro   | 16 April 2026 | 30 April 2026 | -90.00 x 15 / 30 | EUR -45.00 | EUR -8.55 |
        | remaining days | Basic | 16 April 2026 | 30 April 2026 | 30.00 x 15 / 30  | EUR 15.00  | EUR 2.85  |
      And the last invoice of "Acme" totals EUR -35.70

    Scenario Outline: Change on <change> leaves <left> of <days> days
      Given "Acme" subscribes to "Basic" on <start>
      When "Acme" changes from "Basic" to "Pro" on <change>
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan  | from     | to     | reckoning                 | net          |
        | unused days    | Basic | <change> | <last> | -30.00 x <left> / <days> | EUR -<unused> |
        | remaining days | Pro   | <change> | <last> | 90.00 x <left> / <days>  | EUR <charged> |

      Examples: lengths of months and edge days, reckoned by hand
        | start            | change           | last             | left | days | unused | charged |
        | 1 January 2026   | 11 January 2026  | 31 January 2026  | 21   | 31   | 20.32  | 60.97   |
        | 1 February 2026  | 15 February 2026 | 28 February 2026 | 14   | 28   | 15.00  | 45.00   |
        | 1 February 2028  | 15 February 2028 | 29 February 2028 | 15   | 29   | 15.52  | 46.55   |
        | 1 April 2026     | 30 April 2026    | 30 April 2026    | 1    | 30   | 1.00   | 3.00    |
        | 15 December 2026 | 31 December 2026 | 14 January 2027  | 15   | 31   | 14.52  | 43.55   |

  Rule: A change at the end of the period costs nothing before

    Scenario: Acme upgrades from the next month on
      Given "Acme" subscribes to "Basic" on 1 April 2026
      And "Acme" changes from "Basic" to "Pro" at the end of the period
      When the clock moves to 1 May 2026
      Then "Acme" has 2 invoices
      And the first invoice of "Acme" totals EUR 30.00 net and EUR 5.70 tax
      And the last invoice of "Acme" shows exactly these lines:
        | line | plan | from       | to          | net       |
        | fee  | Pro  | 1 May 2026 | 31 May 2026 | EUR 90.00 |
      And "Acme" is now on "Pro"
