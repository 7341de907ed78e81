@tax
Feature: Tax that another system decides

  @needs:neighbour.tax-engine
  Rule: An invoice carries the tax that the tax engine decided

    Scenario: A subscription taxed at 8.25%
      Given today is 1 March 2026
      And a tax engine decides on 8.25% of tax for every line
      And the plan "Basic" costs EUR 49.00 per month
      And a customer "Kim" in DE paying in EUR
      And "Kim" subscribes to "Basic" on 1 March 2026
      When 1 day passes
      # 49.00 times 8.25% is 4.0425.
      Then the first invoice of "Kim" totals EUR 49.00 net and EUR 4.04 tax
      And the first invoice of "Kim" totals EUR 53.04

  @needs:neighbour.tax-engine
  Rule: Without the engine's answer no invoice is issued; once it answers, the invoice is made up for

    Background:
      Given today is 1 March 2026
      And a tax engine decides on 20% of tax for every line
      And the plan "Basic" costs EUR 50.00 per month
      And a customer "Kim" in DE paying in EUR

    @journey
    Scenario: The engine is out of order on the day of the bill
      Given "Kim" subscribes to "Basic" on 1 March 2026
      And 1 day passes
      When the tax engine is out of order
      And 1 month passes
      Then "Kim" has 1 invoice
      When the tax engine works again
      And 1 day passes
      Then "Kim" has 2 invoices
      And the last invoice of "Kim" totals EUR 50.00 net and EUR 10.00 tax
