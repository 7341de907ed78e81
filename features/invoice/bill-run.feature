@close @risk-high
Feature: The bill run

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Basic" on 1 March 2026

  Rule: A period is billed once, however often the bill run is started

    Scenario: The bill run of 1 April is started again
      Given the bill run for 1 April 2026 is done
      When the bill run for 1 April 2026 is done again
      Then the invoices of "Acme" total EUR 71.40
      And "Acme" has 2 invoices
      And the last invoice of "Acme" totals EUR 35.70

  Rule: What is announced is what is billed

    Scenario: The next invoice is announced with its tax
      Given the coupon "TEN" gives 10% off
      When "Acme" redeems "TEN" on 20 March 2026
      Then the announced invoice of "Acme" for 1 April 2026 totals EUR 32.13
