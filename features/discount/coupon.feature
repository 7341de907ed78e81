@tax
Feature: Coupons

  Rule: A coupon lowers the price first, and tax is due on what is left

    Scenario Outline: <percent> off a price of EUR 99.99
      Given the plan "Basic" costs EUR 99.99 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the coupon "WELCOME" gives <percent> off
      And the customer "Kim" of the cast
      And "Kim" redeems "WELCOME" on 1 March 2026
      When "Kim" subscribes to "Basic" on 1 March 2026
      Then the first invoice of "Kim" is reduced by <discount>
      And the first invoice of "Kim" totals <net> net and <tax> tax
      And the first invoice of "Kim" totals <total>

      Examples: reckoned by hand, each step rounded half up
        | percent | discount  | net       | tax       | total      |
        | 10%     | EUR 10.00 | EUR 89.99 | EUR 17.10 | EUR 107.09 |
        | 12.5%   | EUR 12.50 | EUR 87.49 | EUR 16.62 | EUR 104.11 |
        | 25%     | EUR 25.00 | EUR 74.99 | EUR 14.25 | EUR 89.24  |
        | 100%    | EUR 99.99 | EUR 0.00  | EUR 0.00  | EUR 0.00   |

  Rule: A coupon counts once, and for what is billed after it was redeemed

    Scenario: Kim redeems the coupon in the second month, twice
      Given the plan "Basic" costs EUR 50.00 per month
      And the coupon "TEN" gives 10% off
      And the customer "Kim" of the cast
      And "Kim" subscribes to "Basic" on 1 March 2026
      And "Kim" redeems "TEN" on 10 March 2026
      And "Kim" redeems "TEN" on 11 March 2026
      When the clock moves to 1 April 2026
      Then the first invoice of "Kim" totals EUR 50.00
      And the last invoice of "Kim" totals EUR 45.00
