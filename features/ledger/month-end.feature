@close
Feature: The end of a month in the books

  Rule: What was invoiced and is served later stands as deferred when the month is closed

    # EUR 365.00 for the 365 days from 15 January 2026: EUR 1.00 a day, 17 days of it in January.
    Scenario: A year that is paid in advance
      Given the plan "Year" costs EUR 365.00 per year
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Year" on 15 January 2026
      When the books of January 2026 are closed on 2 February 2026
      Then the account "Deferred revenue" has a credit balance of EUR 348.00 at the end of January 2026
      And the account "Revenue" has a credit balance of EUR 17.00 at the end of January 2026
      And the first invoice of "Acme" earns EUR 17.00 in January 2026
      And the first invoice of "Acme" earns EUR 28.00 in February 2026
      And debits equal credits for January 2026

  Rule: A discount is earned away with the months that it belongs to

    # 10% off EUR 365.00 leaves EUR 328.50: EUR 0.90 a day, 17 days in January and 28 in February.
    Scenario: A year that is paid in advance with a coupon
      Given the plan "Year" costs EUR 365.00 per year
      And the customer "Acme" of the cast
      And the coupon "TEN" gives 10% off
      And "Acme" redeems "TEN" on 15 January 2026
      And "Acme" subscribes to "Year" on 15 January 2026
      When the books of February 2026 are closed on 2 March 2026
      Then the account "Deferred revenue" has a credit balance of EUR 288.00 at the end of February 2026
      And the first invoice of "Acme" earns EUR 15.30 in January 2026
