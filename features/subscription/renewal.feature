Feature: Contracts for a term

  Background:
    Given the plan "Annual" costs EUR 1,200.00 per year
    And the plan "Basic" costs EUR 9.90 per month
    And the customer "Acme" of the cast

  Rule: Each renewal raises the price of before

    # 1,200.00 x 1.03 = 1,236.00, and 1,236.00 x 1.03 = 1,273.08.
    Scenario: Three years at 3% more each year
      Given "Acme" subscribes to "Annual" on 1 March 2026 for 1 period, renewed at 3% more
      When 2 years pass
      Then "Acme" has 3 invoices
      And the first invoice of "Acme" totals EUR 1,200.00
      And the second invoice of "Acme" totals EUR 1,236.00
      And the third invoice of "Acme" totals EUR 1,273.08
      And the third invoice of "Acme" covers 1 March 2028 to 28 February 2029

    # 9.90 x 1.05 = 10.395 and 9.90 x 1.05 x 1.05 = 10.91475: rounded on the bill only, never before the next raise.
    Scenario Outline: Three months at a time at 5% more: the bill of <date>
      Given "Acme" subscribes to "Basic" on 1 January 2026 for 3 periods, renewed at 5% more
      When the clock moves to <date>
      Then "Acme" has <bills> invoices
      And the last invoice of "Acme" totals <price>

      Examples: the last month before each renewal and the first after it, reckoned by hand
        | date         | bills | price     |
        | 1 March 2026 | 3     | EUR 9.90  |
        | 1 April 2026 | 4     | EUR 10.40 |
        | 1 June 2026  | 6     | EUR 10.40 |
        | 1 July 2026  | 7     | EUR 10.91 |

  Rule: A contract that is not renewed ends by itself

    @short
    Scenario: One year and no longer
      Given "Acme" subscribes to "Annual" on 1 March 2026 for 1 period and no longer
      When the clock moves to 1 April 2027
      Then "Acme" has 1 invoice
      And the subscription of "Acme" to "Annual" is cancelled
      And the last day of "Acme" on "Annual" is 28 February 2027
