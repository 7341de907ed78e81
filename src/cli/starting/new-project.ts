/** What `tollgate init` writes: a project that runs as it is, on the built-in billing system. */
export const projectText = `# What is to go live, and the billing system that is judged. All keys: README of tollgate, section "Your own project".
release:
  name: Our billing
  candidate: RC1
  environment: rehearsal
target: sandbox
targets:
  sandbox:
    driver: sandbox               # the built-in reference billing system, until your own stands here
    host: sandbox                 # started for each run; a system that runs already has \`url\` instead
    environment: test
  # Your own: npx tollgate init driver NAME
policy: rehearsal
seed: 1
`;

export const featureText = `Feature: Our first invoice

  Scenario: A month of the basic plan is billed ahead
    Given the plan "Basic" costs EUR 30.00 per month
    And the customer "Acme" of the cast
    And "Acme" subscribes to "Basic" on 1 January 2026
    When 1 month passes
    Then "Acme" has 2 invoices
    And the first invoice of "Acme" covers 1 January 2026 to 31 January 2026
    And the first invoice of "Acme" totals EUR 30.00
`;
