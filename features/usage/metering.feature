Feature: What a meter counts, includes and costs at least

  Background:
    Given the plan "Cloud" is billed in EUR per month
    And the plan "Cloud" charges EUR 2.00 per unit of "Storage"

  Rule: A meter may count the highest or the last value of a period

    Scenario: The highest value of the month is billed, not the last one
      Given the plan "Cloud" counts "Storage" by its highest value
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Cloud" on 1 March 2026
      And "Acme" has this usage:
        | date          | quantity | meter   |
        | 3 March 2026  | 5        | Storage |
        | 14 March 2026 | 20       | Storage |
        | 28 March 2026 | 3        | Storage |
      When the clock moves to 1 April 2026
      Then the first invoice of "Acme" shows exactly these lines:
        | line  | quantity | reckoning | net       |
        | usage | 20       | 20 x 2.00 | EUR 40.00 |

    Scenario: The last value of the month is billed
      Given the plan "Cloud" counts "Storage" by its last value
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Cloud" on 1 March 2026
      And "Acme" uses 20 of "Storage" on 14 March 2026
      And "Acme" uses 3 of "Storage" on 28 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Acme" totals EUR 6.00

  Rule: Units that the plan includes cost nothing, in each month anew

    Scenario Outline: <used> gigabytes, of which 100 are included, cost <net>
      Given the plan "Cloud" includes 100 GB of "Storage"
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Cloud" on 1 March 2026
      And "Acme" uses 100 GB of "Storage" on 10 March 2026
      And "Acme" uses <used> GB of "Storage" on 10 April 2026
      When the clock moves to 1 May 2026
      Then the last invoice of "Acme" totals <net>

      Examples: just beyond the allowance and far beyond it
        | used  | net       |
        | 100.5 | EUR 1.00  |
        | 140   | EUR 80.00 |

  Rule: What is missing to the minimum is a line of its own

    @risk-high
    Scenario: Less than the minimum was used
      Given the plan "Cloud" charges at least EUR 50.00 for "Storage"
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Cloud" on 1 March 2026
      And "Acme" uses 12 GB of "Storage" on 10 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Acme" shows exactly these lines:
        | line    | plan  | net       |
        | usage   | Cloud | EUR 24.00 |
        | minimum | Cloud | EUR 26.00 |

    Scenario: The minimum is reached
      Given the plan "Cloud" charges at least EUR 50.00 for "Storage"
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Cloud" on 1 March 2026
      And "Acme" uses 25 GB of "Storage" on 10 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Acme" totals EUR 50.00
