@tax
Feature: Coupons that come to an end

  Background:
    Given the plan "Basic" costs EUR 49.99 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Kim" of the cast

  Rule: A coupon reduces so many invoices, or until such a day, as it says

    Scenario: A coupon for two invoices is gone with the third
      Given the coupon "TWICE" gives 20% off 2 invoices
      And "Kim" redeems "TWICE" on 1 March 2026
      And "Kim" subscribes to "Basic" on 1 March 2026
      When the clock moves to 1 May 2026
      # 20 % of 49.99 is 9.998, so 10.00 off; 19 % of 39.99 is 7.5981, so 7.60; of 49.99 it is 9.4981, so 9.50.
      Then the first invoice of "Kim" totals EUR 39.99 net and EUR 7.60 tax
      And the second invoice of "Kim" totals EUR 39.99 net and EUR 7.60 tax
      And the third invoice of "Kim" totals EUR 49.99 net and EUR 9.50 tax

    Scenario: The last day of a coupon still counts
      Given the coupon "SPRING" gives 50% off until 15 April 2026
      And "Kim" redeems "SPRING" on 15 March 2026
      And "Kim" subscribes to "Basic" on 15 March 2026
      When the clock moves to 15 May 2026
      # Half of 49.99 is 24.995, so 25.00 off.
      Then the second invoice of "Kim" is reduced by EUR 25.00
      And the third invoice of "Kim" is reduced by EUR 0.00

  Rule: A coupon never makes an invoice less than nothing

    Scenario: A coupon that is worth more than the invoice leaves nothing to pay
      Given the coupon "HUNDRED" gives EUR 100.00 off
      And "Kim" redeems "HUNDRED" on 1 March 2026
      When "Kim" subscribes to "Basic" on 1 March 2026
      Then the first invoice of "Kim" is reduced by EUR 49.99
      And the first invoice of "Kim" totals EUR 0.00 net and EUR 0.00 tax
      And the first invoice of "Kim" totals EUR 0.00
