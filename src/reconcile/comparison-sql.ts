/**
 * The comparison as steps of SQL over `legacy_bill` and `target_bill`. Both sides are netted by key, so that what agrees
 * is gone after one pass; only what is left is paired and classified.
 */
export const comparisonSteps: readonly string[] = [
  netting(),
  `create or replace table found (gave bigint, took bigint, class varchar)`,
  pairing('currency-differs', {
    same: ['account', 'item', 'period_from', 'period_to'],
    opposite: false,
    order: 'currency',
  }),
  pairing('period-differs', {
    same: ['account', 'item', 'currency'],
    opposite: true,
    order: 'period_from, period_to',
  }),
  pairing('item-differs', {
    same: ['account', 'period_from', 'period_to', 'currency'],
    opposite: true,
    order: 'item',
  }),
  singles(),
];

/** One row per difference. Amounts of a moved item are what moved; of any other, what each side billed. */
export const differencesSql = `select found.class, gave.account, gave.item, gave.currency,
    gave.period_from::varchar as period_from, gave.period_to::varchar as period_to,
    coalesce(took.item, gave.item) as other_item, coalesce(took.currency, gave.currency) as other_currency,
    coalesce(took.period_from, gave.period_from)::varchar as other_period_from,
    coalesce(took.period_to, gave.period_to)::varchar as other_period_to,
    case when took.id is null then gave.legacy_net else -gave.net_delta end as legacy_net,
    case when took.id is null then gave.legacy_tax else -gave.tax_delta end as legacy_tax,
    case when took.id is null then gave.target_net else took.net_delta end as target_net,
    case when took.id is null then gave.target_tax else took.tax_delta end as target_tax,
    gave.legacy_lines, coalesce(took.target_lines, gave.target_lines) as target_lines
  from found join residual as gave on gave.id = found.gave left join residual as took on took.id = found.took
  order by gave.account, gave.period_from, gave.item, gave.currency, found.class`;

function netting(): string {
  const key = 'account, item, period_from, period_to, currency';
  const sum = (side: string, column: string) =>
    `coalesce(sum(${column}) filter (where side = '${side}'), 0) as ${side}_${column}`;
  return `create or replace table residual as
    select row_number() over (order by ${key}) as id, *,
      target_net - legacy_net as net_delta, target_tax - legacy_tax as tax_delta
    from (
      select ${key}, count(*) filter (where side = 'legacy') as legacy_lines,
        count(*) filter (where side = 'target') as target_lines,
        ${sum('legacy', 'net')}, ${sum('legacy', 'tax')}, ${sum('target', 'net')}, ${sum('target', 'tax')}
      from (select 'legacy' as side, * from legacy_bill union all select 'target' as side, * from target_bill)
      group by ${key})
    where legacy_lines <> target_lines or legacy_net <> target_net or legacy_tax <> target_tax`;
}

interface PairRule {
  readonly same: readonly string[];
  /** Whether what one lost must be exactly what the other won. */
  readonly opposite: boolean;
  /** Several candidates are paired one to one in this order. */
  readonly order: string;
}

/** Pairs a row that lost an amount with one that won it. A row that an earlier rule used is not used again. */
function pairing(name: string, { same, opposite, order }: PairRule): string {
  const lost = opposite ? movedSide('target_lines', 'legacy_lines', '<') : 'target_lines = 0';
  const won = opposite ? movedSide('legacy_lines', 'target_lines', '>') : 'legacy_lines = 0';
  const side = (condition: string, moved: string) => `select *,
        row_number() over (partition by ${same.join(', ')}${opposite ? moved : ''} order by ${order}) as place
      from residual where (${condition})
        and id not in (select gave from found union all select took from found where took is not null)`;
  const joined = same.map((column) => `lost.${column} = won.${column}`);
  if (opposite) joined.push('lost.net_delta = -won.net_delta', 'lost.tax_delta = -won.tax_delta');
  return `insert into found
    select lost.id, won.id, '${name}' from (${side(lost, ', -net_delta, -tax_delta')}) as lost
    join (${side(won, ', net_delta, tax_delta')}) as won on ${joined.join(' and ')} and lost.place = won.place`;
}

/**
 * A row that one side lacks is what was lost or won, also when it is a credit; else the sign says which way it went. A
 * difference of tax alone moved nowhere.
 */
function movedSide(lacking: string, present: string, sign: '<' | '>'): string {
  return `net_delta <> 0 and case when ${lacking} = 0 then true when ${present} = 0 then false
    else net_delta ${sign} 0 end`;
}

/** What found no partner. A zero amount billed twice is still billed twice. */
function singles(): string {
  return `insert into found
    select id, null, case
      when target_lines = 0 then 'missing'
      when legacy_lines = 0 then 'extra'
      when target_lines > legacy_lines and target_net * legacy_lines = legacy_net * target_lines
        and target_tax * legacy_lines = legacy_tax * target_lines then 'duplicated'
      when net_delta > 0 then 'amount-over'
      when net_delta < 0 then 'amount-under'
      when tax_delta <> 0 then 'tax-differs'
      else 'regrouped' end
    from residual
    where id not in (select gave from found union all select took from found where took is not null)`;
}
