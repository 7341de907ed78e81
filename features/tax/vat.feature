@tax
Feature: VAT on consumer subscriptions

  Rule: The rate of the customer's country applies, and each line's tax is rounded half up to the cent

    Scenario Outline: A consumer in <country> pays <rate>
      Given the plan "Basic" costs EUR 49.00 per month
      And the tax rate in <country> is <rate> from 1 January 2026
      And a customer "Kim" in <country> paying in EUR
      When "Kim" subscribes to "Basic" on 1 March 2026
      Then the first invoice of "Kim" totals EUR 49.00 net and <tax> tax
      And the first invoice of "Kim" totals <total>

      Examples: reckoned by hand, 49.00 times the rate
        | country | rate  | tax       | total     |
        | DE      | 19%   | EUR 9.31  | EUR 58.31 |
        | IE      | 23%   | EUR 11.27 | EUR 60.27 |
        | LU      | 17%   | EUR 8.33  | EUR 57.33 |
        | CH      | 8.1%  | EUR 3.97  | EUR 52.97 |
        | FR      | 5.5%  | EUR 2.70  | EUR 51.70 |

  Rule: A new rate applies to what is billed from its first day on, not before

    Scenario: The rate falls in the middle of the year
      Given the plan "Basic" costs EUR 49.00 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the tax rate in DE is 16% from 1 July 2026
      And the customer "Kim" of the cast
      And "Kim" subscribes to "Basic" on 1 June 2026
      When the clock moves to 1 July 2026
      Then the first invoice of "Kim" charges tax of EUR 9.31
      And the last invoice of "Kim" charges tax of EUR 7.84

  Rule: Cents count: tax is reckoned on the exact price, not on whole euros

    @short
    Scenario: A price just below a hundred
      Given the plan "Basic" costs EUR 99.99 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the customer "Kim" of the cast
      When "Kim" subscribes to "Basic" on 1 March 2026
      Then the first invoice of "Kim" totals EUR 99.99 net and EUR 19.00 tax
