Feature: Prices that are agreed with a customer, and prices in another currency

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the customer "Acme" of the cast

  Rule: What was agreed is charged, whatever the price list says

    @needs:price.running
    Scenario: The list goes up, and Acme pays what was agreed
      Given the price of "Basic" changes to EUR 36.00 on 1 May 2026
      And the customer "Kim" of the cast
      And "Acme" subscribes to "Basic" on 1 April 2026 at an agreed EUR 24.00
      And "Kim" subscribes to "Basic" on 1 April 2026
      When the clock moves to 1 May 2026
      Then the first invoice of "Acme" totals EUR 24.00
      And the last invoice of "Acme" totals EUR 24.00
      And the first invoice of "Kim" totals EUR 30.00
      And the last invoice of "Kim" totals EUR 36.00

    Scenario: What is given back was paid at the agreed price, and the next plan has its list price
      Given the plan "Pro" costs EUR 90.00 per month
      And "Acme" subscribes to "Basic" on 1 April 2026 at an agreed EUR 24.00
      When "Acme" changes from "Basic" to "Pro" on 16 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan  | from          | to            | reckoning        | net        |
        | unused days    | Basic | 16 April 2026 | 30 April 2026 | -24.00 x 15 / 30 | EUR -12.00 |
        | remaining days | Pro   | 16 April 2026 | 30 April 2026 | 90.00 x 15 / 30  | EUR 45.00  |

  Rule: Who pays in another currency pays its own price, not an exchange rate

    # 15 of 30 days: CHF 33.00 x 15 / 30 = 16.50, and JPY 4,999 x 15 / 30 = 2,499.5, which is 2,500 to the yen.
    Scenario Outline: A customer in <country> pays <price>
      Given the plan "Basic" costs CHF 33.00 for customers who pay in that currency
      And the plan "Basic" costs JPY 4,999 for customers who pay in that currency
      And a customer "Edel" in <country> paying in <currency>
      And "Edel" subscribes to "Basic" on 1 April 2026
      When "Edel" cancels "Basic" on 16 April 2026
      Then the first invoice of "Edel" totals <price>
      And the last invoice of "Edel" totals <back>

      Examples: with and without coins, reckoned by hand
        | country | currency | price     | back       |
        | CH      | CHF      | CHF 33.00 | CHF -16.50 |
        | JP      | JPY      | JPY 4,999 | JPY -2,500 |
        | DE      | EUR      | EUR 30.00 | EUR -15.00 |
