Feature: Prices that change

  @needs:price.running
  Rule: A running subscription pays the new price from its next period on, never before

    Scenario: Basic becomes dearer in the middle of February
      Given the plan "Basic" costs EUR 30.00 per month
      And the price of "Basic" changes to EUR 36.00 on 15 February 2026
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 January 2026
      When 2 months pass
      Then "Acme" has 3 invoices
      And the second invoice of "Acme" totals EUR 30.00
      And the third invoice of "Acme" totals EUR 36.00

    Scenario: The new price is in force on the very day on which a period begins
      Given the plan "Basic" costs EUR 30.00 per month
      And the price of "Basic" changes to EUR 36.00 on 1 February 2026
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 January 2026
      When 1 month passes
      Then the last invoice of "Acme" totals EUR 36.00

  Rule: A new customer pays the price of the day

    Scenario Outline: Sold on <start> for <price>
      Given the plan "Basic" costs EUR 30.00 per month
      And the price of "Basic" changes to EUR 36.00 on 15 February 2026
      And the customer "Kim" of the cast
      When "Kim" subscribes to "Basic" on <start>
      Then the first invoice of "Kim" totals <price>

      Examples: the day before and the day itself
        | start            | price     |
        | 14 February 2026 | EUR 30.00 |
        | 15 February 2026 | EUR 36.00 |

  Rule: Seats are charged each

    Scenario: Five seats
      Given the plan "Team" costs EUR 12.50 per seat and month
      And the customer "Acme" of the cast
      When "Acme" subscribes to 5 seats of "Team" on 1 March 2026
      Then the first invoice of "Acme" shows exactly these lines:
        | line | plan | quantity | reckoning | net       |
        | fee  | Team | 5        | 5 x 12.50 | EUR 62.50 |
