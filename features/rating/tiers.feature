Feature: Prices in tiers

  A bound belongs to the tier below it. The amount is rounded half up once, on the line.

  Rule: Graduated: each tier prices its own units

    Scenario Outline: <used> calls cost <net>
      Given the plan "API" is billed in USD per month
      And the plan "API" charges "Calls" by these graduated tiers:
        | up to    | unit price |
        | 1,000    | USD 0.01   |
        | 10,000   | USD 0.008  |
        | no limit | USD 0.005  |
      And the customer "Globex" of the cast
      And "Globex" subscribes to "API" on 1 March 2026
      And "Globex" uses <used> of "Calls" on 20 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Globex" shows exactly these lines:
        | line  | plan | from         | to            | quantity | reckoning   | net   |
        | usage | API  | 1 March 2026 | 31 March 2026 | <used>   | <reckoning> | <net> |

      Examples: the bounds and one unit beside them
        | used   | reckoning                                | net        |
        | 1      | 1 x 0.01                                 | USD 0.01   |
        | 1,000  | 1,000 x 0.01                             | USD 10.00  |
        | 1,001  | 1,000 x 0.01 + 1 x 0.008                 | USD 10.01  |
        | 10,000 | 1,000 x 0.01 + 9,000 x 0.008             | USD 82.00  |
        | 10,001 | 1,000 x 0.01 + 9,000 x 0.008 + 1 x 0.005 | USD 82.01  |
        | 25,000 | 10.00 + 72.00 + 15,000 x 0.005           | USD 157.00 |

  Rule: Volume: the tier reached prices all units

    Scenario Outline: <used> gigabytes cost <net>
      Given the plan "Store" is billed in USD per month
      And the plan "Store" charges "Storage" by these volume tiers:
        | up to    | unit price |
        | 100      | USD 1.00   |
        | no limit | USD 0.80   |
      And the customer "Globex" of the cast
      And "Globex" subscribes to "Store" on 1 March 2026
      And "Globex" uses <used> GB of "Storage" on 20 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Globex" totals <net>

      Examples: the bound and one unit above it
        | used | net        |
        | 100  | USD 100.00 |
        | 101  | USD 80.80  |

  Rule: Packages: a package that is begun is charged in full

    @short
    Scenario Outline: <used> messages cost <net>
      Given the plan "Mail" is billed in USD per month
      And the plan "Mail" charges USD 5.00 for each package of 1,000 of "Messages"
      And the customer "Globex" of the cast
      And "Globex" subscribes to "Mail" on 1 March 2026
      And "Globex" uses <used> of "Messages" on 20 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Globex" totals <net>

      Examples: one package and one message more
        | used  | net       |
        | 1,000 | USD 5.00  |
        | 1,001 | USD 10.00 |

  Rule: Stair steps: the step reached costs its fee, whatever the quantity

    Scenario Outline: <used> users cost <net>
      Given the plan "Team" is billed in USD per month
      And the plan "Team" charges "Users" by these stair-step tiers:
        | up to    | flat fee   |
        | 10       | USD 50.00  |
        | 20       | USD 90.00  |
        | no limit | USD 120.00 |
      And the customer "Globex" of the cast
      And "Globex" subscribes to "Team" on 1 March 2026
      And "Globex" uses <used> of "Users" on 20 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Globex" totals <net>

      Examples: on the step and above it
        | used | net        |
        | 10   | USD 50.00  |
        | 11   | USD 90.00  |
        | 21   | USD 120.00 |
