@close
Feature: The books

  Background:
    Given the plan "Basic" costs EUR 100.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast

  Rule: An invoice is posted in full: what is owed, what is earned, and the tax

    @short
    Scenario: An invoice
      When "Acme" subscribes to "Basic" on 1 March 2026
      Then the books show exactly these entries for the first invoice of "Acme":
        | account     | debit      | credit     |
        | Receivables | EUR 119.00 |            |
        | Revenue     |            | EUR 100.00 |
        | Tax payable |            | EUR 19.00  |
      And debits equal credits for March 2026

    Scenario: An invoice with a coupon
      Given the coupon "TEN" gives 10% off
      And "Acme" redeems "TEN" on 1 March 2026
      When "Acme" subscribes to "Basic" on 1 March 2026
      Then the books show exactly these entries for the first invoice of "Acme":
        | account     | debit      | credit     |
        | Receivables | EUR 107.10 |            |
        | Discounts   | EUR 10.00  |            |
        | Revenue     |            | EUR 100.00 |
        | Tax payable |            | EUR 17.10  |
      And debits equal credits for March 2026

  Rule: A payment moves what is owed into cash

    Scenario: Acme pays a part
      Given "Acme" subscribes to "Basic" on 1 March 2026
      When "Acme" pays EUR 50.00 on 20 March 2026
      Then the account "Receivables" has a debit balance of EUR 69.00 at the end of March 2026
      And the account "Cash" has a debit balance of EUR 50.00 at the end of March 2026
      And the account "Tax payable" has a credit balance of EUR 19.00 at the end of March 2026
      And debits equal credits for March 2026
