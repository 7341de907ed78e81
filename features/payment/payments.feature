@close
Feature: Payments

  Rule: What was paid is taken off what is owed, once

    Scenario: Acme pays in two parts
      Given the plan "Basic" costs EUR 100.00 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 50.00 on 5 March 2026
      When "Acme" pays EUR 69.00 on 9 March 2026
      Then the first invoice of "Acme" has EUR 0.00 left to pay
      And "Acme" has paid EUR 119.00 in all

    Scenario: A part is paid
      Given the plan "Basic" costs EUR 100.00 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 March 2026
      When EUR 50.00 is paid for the first invoice of "Acme" on 5 March 2026
      Then the first invoice of "Acme" has EUR 69.00 left to pay

    @short
    Scenario: The same payment is sent twice
      Given the plan "Basic" costs EUR 100.00 per month
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 40.00 on 5 March 2026
      When the last payment of "Acme" is sent again
      Then "Acme" has paid EUR 40.00 in all
      And the first invoice of "Acme" has EUR 60.00 left to pay
      And "Acme" has made 1 payment

  Rule: The payment service is asked for the amount of the invoice, whatever digits its currency has

    Scenario Outline: <customer> pays <total>
      Given the plan "Basic" costs <price> per month
      And the tax rate in <country> is 10% from 1 January 2026
      And the customer "<customer>" of the cast
      And "<customer>" subscribes to "Basic" on 1 March 2026
      When "<customer>" pays <total> on 5 March 2026
      Then the payment service was asked for <total> from "<customer>"
      And the first invoice of "<customer>" has <nothing> left to pay

      Examples: currencies with two, no and three digits
        | customer | country | price      | total      | nothing   |
        | Acme     | DE      | EUR 45.00  | EUR 49.50  | EUR 0.00  |
        | Sakura   | JP      | JPY 5,000  | JPY 5,500  | JPY 0     |
        | Dhow     | KW      | KWD 12.345 | KWD 13.580 | KWD 0.000 |
