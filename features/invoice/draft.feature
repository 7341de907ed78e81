@close @risk-high
Feature: Drafts

  A bill may wait as a draft until somebody has looked at it. It has a number, a due day and a place in the books only when
  it is final.

  Background:
    Given the plan "Cloud" costs EUR 10.00 per month
    And the plan "Cloud" charges EUR 2.00 per unit of "calls"
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Cloud" on 1 January 2026
    And "Acme" uses 10 of "calls" on 20 January 2026

  Rule: Usage that comes while the draft waits is on the invoice

    Scenario: A report comes late
      # 10.00 for February and 15 calls at 2.00 = 40.00, with 19% 47.60.
      Given bills of "Acme" are drafts until somebody finalises them
      When 5 of "calls" used by "Acme" on 21 January 2026 arrive on 3 February 2026
      Then the draft of "Acme" totals EUR 47.60
      When the draft of "Acme" is finalised on 5 February 2026
      Then the second invoice of "Acme" totals EUR 47.60
      And "Acme" has 0 drafts

  Rule: The invoice begins when it is final

    Scenario: The draft waits for ten days
      # 10.00 for February and 10 calls at 2.00 = 30.00, with 19% 35.70.
      Given bills of "Acme" are drafts until somebody finalises them
      When the draft of "Acme" is finalised on 11 February 2026
      Then the second invoice of "Acme" is dated 11 February 2026
      And the account "Receivables" has a debit balance of EUR 47.60 at the end of February 2026

    Scenario: The draft is final by itself after three days
      Given bills of "Acme" are drafts for 3 days
      When the clock moves to 3 February 2026
      Then "Acme" has 1 draft
      And "Acme" has 1 invoice
      When the clock moves to 10 February 2026
      Then the second invoice of "Acme" is dated 4 February 2026
      And the second invoice of "Acme" totals EUR 35.70
