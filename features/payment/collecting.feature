@close @risk-high
Feature: Money that is on its way, goes back, or never comes

  Background:
    Given the plan "Basic" costs EUR 100.00 per month
    And the customer "Acme" of the cast

  Rule: The payment service moves the money once, whatever is heard of it

    Scenario: The answer is lost
      Given "Acme" pays by a card that loses its answer
      And "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 100.00 on 5 March 2026
      When the last payment of "Acme" is sent again
      Then the payment service has moved EUR 100.00 for "Acme"
      And the first invoice of "Acme" has EUR 0.00 left to pay

    Scenario: A payment is undecided for some days
      Given "Acme" pays by a card that stays undecided
      And "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 100.00 on 5 March 2026
      When the payment service tells that the last payment of "Acme" went through
      Then the first invoice of "Acme" has EUR 0.00 left to pay
      And the payment service has moved EUR 100.00 for "Acme"

    Scenario: A card is declined
      Given "Acme" pays by a card that is declined
      And "Acme" subscribes to "Basic" on 1 March 2026
      When "Acme" pays EUR 100.00 on 5 March 2026
      Then the first invoice of "Acme" has EUR 100.00 left to pay
      And the payment service has moved EUR 0.00 for "Acme"

    Scenario: A stolen card is charged once and never again
      Given invoices of "Acme" are charged to a card that is reported stolen
      And "Acme" subscribes to "Basic" on 1 March 2026
      When the clock moves to 31 March 2026
      Then the card of "Acme" was charged 1 time
      And "Acme" has paid EUR 0.00 in all

  Rule: What goes back is owed again

    Scenario: A part is refunded
      Given "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 100.00 on 5 March 2026
      When EUR 30.00 of the last payment of "Acme" is refunded on 6 March 2026
      Then the first invoice of "Acme" has EUR 30.00 left to pay
      And the payment service has moved EUR 70.00 for "Acme"
      And the account "Cash" has a debit balance of EUR 70.00 at the end of March 2026
      And the account "Receivables" has a debit balance of EUR 30.00 at the end of March 2026

    Scenario: The bank of the customer takes the money back
      Given "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 100.00 on 5 March 2026
      When the payment service tells that the last payment of "Acme" was charged back
      Then the first invoice of "Acme" has EUR 100.00 left to pay
      And the account "Cash" has a debit balance of EUR 0.00 at the end of March 2026
      And debits equal credits for March 2026

  Rule: Money that comes by itself pays the oldest invoice first

    Scenario: A bank transfer for more than one invoice
      # 150.00 = 100.00 for March and 50.00 of the 100.00 for April.
      Given "Acme" subscribes to "Basic" on 1 March 2026
      When EUR 150.00 comes from "Acme" by bank transfer on 10 April 2026
      Then the first invoice of "Acme" has EUR 0.00 left to pay
      And the second invoice of "Acme" has EUR 50.00 left to pay
      And the account "Cash" has a debit balance of EUR 150.00 at the end of April 2026

  Rule: What is given up is a loss

    Scenario: The rest of an invoice is written off
      # 100.00 less 40.00 that were paid.
      Given "Acme" subscribes to "Basic" on 1 March 2026
      And "Acme" pays EUR 40.00 on 5 March 2026
      When the first invoice of "Acme" is written off on 31 March 2026
      Then the first invoice of "Acme" has EUR 0.00 left to pay
      And the account "Bad debt" has a debit balance of EUR 60.00 at the end of March 2026
      And the account "Receivables" has a debit balance of EUR 0.00 at the end of March 2026
