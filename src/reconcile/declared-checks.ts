import { classWords, type DifferenceClass, differenceClasses } from './difference-class.ts';

/** One thing that the comparison step judges. */
export type DeclaredCheck =
  | { readonly kind: 'whole'; readonly titlePath: readonly string[] }
  | { readonly kind: 'class'; readonly class: DifferenceClass; readonly titlePath: readonly string[] }
  | { readonly kind: 'control'; readonly class: DifferenceClass; readonly titlePath: readonly string[] };

/**
 * The bills of both systems must agree in every class; and for each class a control must find the one difference that was
 * planted into a copy of the old bills, because a comparison that cannot fail proves nothing.
 */
export const declaredChecks: readonly DeclaredCheck[] = [
  {
    kind: 'whole',
    titlePath: [
      'Bills of both systems',
      'Both extracts are whole and every difference is explained to the last unit',
    ],
  },
  ...differenceClasses.map(
    (name): DeclaredCheck => ({
      kind: 'class',
      class: name,
      titlePath: ['Bills of both systems', classWords[name].rule],
    }),
  ),
  ...differenceClasses.map(
    (name): DeclaredCheck => ({
      kind: 'control',
      class: name,
      titlePath: ['The comparison itself can fail', `It finds ${classWords[name].planted} on purpose`],
    }),
  ),
];

/** What the target must be able to do before its bills can be compared: where nothing is compared, no control is, either. */
export const comparedCapabilities = ['clock', 'usage', 'tax', 'discount'] as const;
