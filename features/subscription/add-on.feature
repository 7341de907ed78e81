Feature: Add-ons

  An add-on is billed on the days of the plan that it is added to. It begins with the days that are left until then:
  price x days left / days of the period, rounded half up to the cent.

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the plan "Support" costs EUR 20.00 per month
    And the customer "Acme" of the cast

  Rule: An add-on keeps to the days of its base, also at the end of a month

    Scenario Outline: Basic since <start>, Support since <added>
      Given "Acme" subscribes to "Basic" on <start>
      And "Acme" adds "Support" to "Basic" on <added>
      When the clock moves to <next>
      Then the second invoice of "Acme" shows exactly these lines:
        | plan    | from    | to     | reckoning               | net         |
        | Support | <added> | <last> | 20.00 x <left> / <full> | EUR <price> |
      And the last invoice of "Acme" shows exactly these lines:
        | line | plan    | from   | to    | net       |
        | fee  | Basic   | <next> | <end> | EUR 30.00 |
        | fee  | Support | <next> | <end> | EUR 20.00 |

      Examples: a day that every month has, and the last of a month, reckoned by hand
        | start           | added            | next             | last             | end             | left | full | price |
        | 1 April 2026    | 11 April 2026    | 1 May 2026       | 30 April 2026    | 31 May 2026     | 20   | 30   | 13.33 |
        | 31 January 2026 | 10 February 2026 | 28 February 2026 | 27 February 2026 | 30 March 2026   | 18   | 28   | 12.86 |
        | 30 March 2026   | 29 April 2026    | 30 April 2026    | 29 April 2026    | 29 May 2026     | 1    | 31   | 0.65  |

    Scenario: After February, both go back to the last day of the month
      Given "Acme" subscribes to "Basic" on 31 January 2026
      And "Acme" adds "Support" to "Basic" on 28 February 2026
      When the clock moves to 31 March 2026
      Then "Acme" has 4 invoices
      And the last invoice of "Acme" is dated 31 March 2026
      And the last invoice of "Acme" covers 31 March 2026 to 29 April 2026
      And the last invoice of "Acme" totals EUR 50.00
      And the current period of "Acme" on "Support" is 31 March 2026 to 29 April 2026

  Rule: An add-on is over when its base is

    # 30.00 + 13.33 for April; back for 15 days 30.00 x 15 / 30 = 15.00 and 20.00 x 15 / 30 = 10.00: 18.33 is left.
    Scenario: Acme cancels Basic and needs no support any more
      Given "Acme" subscribes to "Basic" on 1 April 2026
      And "Acme" adds "Support" to "Basic" on 11 April 2026
      When "Acme" cancels "Basic" on 16 April 2026
      Then the subscription of "Acme" to "Support" is cancelled
      And the last day of "Acme" on "Support" is 15 April 2026
      And the invoices of "Acme" total EUR 18.33
