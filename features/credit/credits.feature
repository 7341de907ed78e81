Feature: Taking back and giving credit

  Background:
    Given the plan "Basic" costs EUR 100.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Basic" on 1 March 2026

  Rule: A voided invoice asks for nothing, and what was paid for it is used on the next one

    @short
    Scenario: Acme's first invoice is voided after a part of it was paid
      Given "Acme" pays EUR 50.00 on 5 March 2026
      When the first invoice of "Acme" is voided on 10 March 2026
      Then the first invoice of "Acme" is void
      And the first invoice of "Acme" has EUR 0.00 left to pay
      And "Acme" has a balance of EUR 50.00
      And debits equal credits for March 2026

    Scenario: The voided month is billed again at the old tax
      Given the first invoice of "Acme" is voided on 10 March 2026
      When the first invoice of "Acme" is billed again on 11 March 2026
      Then the second invoice of "Acme" totals EUR 100.00 net and EUR 19.00 tax
      And "Acme" has 2 invoices

  Rule: A credit note gives back price and tax; what is open is settled first

    Scenario: A part of an open invoice
      # 40.00 and 19 % of it are 47.60; 119.00 less 47.60 is 71.40.
      When EUR 40.00 net of the first invoice of "Acme" is credited on 8 March 2026
      Then EUR 47.60 of credit is used on the first invoice of "Acme"
      And the first invoice of "Acme" has EUR 71.40 left to pay
      And "Acme" has a balance of EUR 0.00

    Scenario: The whole of a paid invoice
      Given "Acme" pays EUR 119.00 on 5 March 2026
      When the first invoice of "Acme" is credited in full on 8 March 2026
      Then "Acme" has a balance of EUR 119.00

  Rule: Prepaid credit pays the next invoices

    Scenario: Acme pays ahead
      Given "Acme" buys EUR 150.00 of prepaid credit on 15 March 2026
      When the clock moves to 2 April 2026
      Then EUR 119.00 of credit is used on the second invoice of "Acme"
      And the second invoice of "Acme" has EUR 0.00 left to pay
      And "Acme" has EUR 31.00 of prepaid credit left
