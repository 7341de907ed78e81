Feature: Setup fees

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the plan "Basic" costs EUR 50.00 once, when it begins
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Basic" on 16 April 2026

  Rule: A setup fee is billed in full on the first bill, and on no other

    # 19% of 50.00 is 9.50, and of 30.00 it is 5.70.
    Scenario: The first two bills of Acme
      When the clock moves to 16 May 2026
      Then "Acme" has 2 invoices
      And the first invoice of "Acme" shows exactly these lines:
        | line  | plan  | from          | to            | quantity | net       | tax      |
        | setup | Basic | 16 April 2026 | 16 April 2026 | 1        | EUR 50.00 | EUR 9.50 |
        | fee   | Basic | 16 April 2026 | 15 May 2026   | 1        | EUR 30.00 | EUR 5.70 |
      And the first invoice of "Acme" totals EUR 80.00 net and EUR 15.20 tax
      And the last invoice of "Acme" shows exactly these lines:
        | line | plan  | from        | to           | net       |
        | fee  | Basic | 16 May 2026 | 15 June 2026 | EUR 30.00 |

  Rule: A setup fee pays for no days, so that none of it is given back

    Scenario: Acme leaves half way through the first month
      When "Acme" cancels "Basic" on 1 May 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line        | plan  | from       | to          | reckoning        | net        |
        | unused days | Basic | 1 May 2026 | 15 May 2026 | -30.00 x 15 / 30 | EUR -15.00 |
