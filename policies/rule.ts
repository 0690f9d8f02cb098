import { policyCodes } from '../schemas/codes/policies';
import type { OutputGraph } from '../schemas/graph/output-graph';
import type { Place } from '../schemas/graph/place';
import type { Severity } from '../schemas/primitives/finding';

/** Id of a rule: its file name, its finding code and the title of its tests. */
export type RuleId = Exclude<keyof typeof policyCodes, 'rule-failed'>;

/** What a rule says of one place in the output. */
export interface RuleFinding {
  readonly place: Place;
  /** `Deployment dev/user`, `aws_lb_listener_rule.user`. */
  readonly subject: string;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  /** @default the severity of the rule */
  readonly severity?: Severity;
  /** What is at fault, where another check can see it too: the first one to say so is heard. */
  readonly cause?: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

export interface RuleResult {
  /** `not-applicable`: there is nothing in the output that the rule is about. */
  readonly outcome: 'compliant' | 'not-compliant' | 'not-applicable';
  /** How many subjects were looked at. */
  readonly judged: number;
  readonly findings: readonly RuleFinding[];
}

/** A rule over many objects of the output. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly meaning: string;
  check(graph: OutputGraph): RuleResult;
}

/** A rule as what it is about, and what is wrong with one of those. */
export interface RuleDefinition<Subject> {
  readonly id: RuleId;
  /** @default 'error' */
  readonly severity?: Severity;
  readonly subjects: (graph: OutputGraph) => Iterable<Subject>;
  readonly judge: (subject: Subject, graph: OutputGraph) => readonly RuleFinding[];
}

export function defineRule<Subject>({ id, severity = 'error', subjects, judge }: RuleDefinition<Subject>): Rule {
  return {
    id,
    severity,
    meaning: policyCodes[id].meaning,
    check(graph) {
      let judged = 0;
      const findings: RuleFinding[] = [];
      for (const subject of subjects(graph)) {
        judged++;
        findings.push(...judge(subject, graph));
      }
      const outcome = judged === 0 ? 'not-applicable' : findings.length === 0 ? 'compliant' : 'not-compliant';
      return { outcome, judged, findings };
    },
  };
}
