/** Words by which one family of operating systems sorts its patches, and which of them are installed by default. */
interface Filter {
  readonly key: 'CLASSIFICATION' | 'SEVERITY' | 'MSRC_SEVERITY' | 'PRIORITY';
  readonly values: readonly string[];
  readonly standard: readonly string[];
}

interface OperatingSystem {
  /** As AWS calls it. */
  readonly name: string;
  readonly classifications?: Filter;
  readonly severities: Filter;
  /** AWS knows when its patches came out. */
  readonly dated: boolean;
}

const everything = ['*'];

const updates: Filter = {
  key: 'CLASSIFICATION',
  values: ['Security', 'Bugfix', 'Enhancement', 'Recommended', 'Newpackage'],
  standard: ['Security', 'Bugfix'],
};

function packages(name: string, middle: 'Medium' | 'Moderate'): OperatingSystem {
  const values = ['Critical', 'Important', middle, 'Low', 'None'];
  return {
    name,
    classifications: updates,
    severities: { key: 'SEVERITY', values, standard: everything },
    dated: true,
  };
}

function debianLike(name: string): OperatingSystem {
  const values = ['Required', 'Important', 'Standard', 'Optional', 'Extra'];
  return { name, severities: { key: 'PRIORITY', values, standard: values }, dated: false };
}

/**
 * Operating systems that are patched.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribePatchProperties.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html
 */
export const operatingSystems = {
  'amazon-linux-2': packages('AMAZON_LINUX_2', 'Medium'),
  'amazon-linux-2023': packages('AMAZON_LINUX_2023', 'Medium'),
  'alma-linux': packages('ALMA_LINUX', 'Moderate'),
  debian: debianLike('DEBIAN'),
  'oracle-linux': packages('ORACLE_LINUX', 'Moderate'),
  'red-hat': packages('REDHAT_ENTERPRISE_LINUX', 'Moderate'),
  'rocky-linux': packages('ROCKY_LINUX', 'Moderate'),
  ubuntu: debianLike('UBUNTU'),
  windows: {
    name: 'WINDOWS',
    classifications: {
      key: 'CLASSIFICATION',
      values: [
        'CriticalUpdates',
        'DefinitionUpdates',
        'Drivers',
        'FeaturePacks',
        'SecurityUpdates',
        'ServicePacks',
        'Tools',
        'UpdateRollups',
        'Updates',
        'Upgrades',
      ],
      standard: ['CriticalUpdates', 'SecurityUpdates'],
    },
    severities: {
      key: 'MSRC_SEVERITY',
      values: ['Critical', 'Important', 'Moderate', 'Low', 'Unspecified'],
      standard: everything,
    },
    dated: true,
  },
} as const satisfies Record<string, OperatingSystem>;

export type SystemName = keyof typeof operatingSystems;

export const systemNames = Object.keys(operatingSystems) as SystemName[];

export function systemOf(name: SystemName): OperatingSystem {
  return operatingSystems[name];
}
