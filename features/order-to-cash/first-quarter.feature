@journey @close
Feature: From order to cash

  Background:
    Given the plan "Pro" costs EUR 90.00 per month
    And the plan "Pro" charges EUR 0.05 per unit of "Calls"
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast

  Rule: Every day served is billed once, and every cent billed is paid and in the books

    Scenario: Acme's first quarter
      Given "Acme" subscribes to "Pro" on 1 January 2026
      And "Acme" uses 1,000 of "Calls" on 20 January 2026
      And "Acme" uses 500 of "Calls" on 28 February 2026
      When the clock moves to 1 March 2026
      And "Acme" pays EUR 107.10 on 2 March 2026
      And "Acme" pays EUR 166.60 on 3 March 2026
      Then the invoices of "Acme" total EUR 410.55
      And the second invoice of "Acme" shows exactly these lines:
        | line  | plan | from            | to               | quantity | reckoning    | net       | tax       |
        | fee   | Pro  | 1 February 2026 | 28 February 2026 | 1        | 1 x 90.00    | EUR 90.00 | EUR 17.10 |
        | usage | Pro  | 1 January 2026  | 31 January 2026  | 1,000    | 1,000 x 0.05 | EUR 50.00 | EUR 9.50  |
      And the second invoice of "Acme" has EUR 0.00 left to pay
      And the third invoice of "Acme" totals EUR 136.85
      And the account "Receivables" has a debit balance of EUR 136.85 at the end of March 2026
      And debits equal credits for February 2026

  Rule: What is paid never exceeds what was billed

    Scenario: Acme pays January twice by mistake of the sender
      Given "Acme" subscribes to "Pro" on 1 January 2026
      And "Acme" pays EUR 107.10 on 10 January 2026
      When the last payment of "Acme" is sent again
      And the clock moves to 1 February 2026
      Then "Acme" has paid EUR 107.10 in all
      And the first invoice of "Acme" has EUR 0.00 left to pay
      And the second invoice of "Acme" has EUR 107.10 left to pay
      And the account "Cash" has a debit balance of EUR 107.10 at the end of February 2026
