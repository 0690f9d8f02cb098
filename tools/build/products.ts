/** Something besides the bundle that a build makes from the sources: compiled validators, say. */
export interface ProductMaker {
  /** Shown with its time when the build runs. */
  readonly name: string;
  /** Writes below `directory` (absolute, exists), and nowhere else. Runs before the bundle, which may import it. */
  make(directory: string): Promise<void>;
}

/** Loaded only when a build is due. */
export const productMakers: readonly (() => Promise<ProductMaker>)[] = [
  async () => (await import('../schemas/product')).kubernetesValidators,
  async () => (await import('../schemas/terraform-product')).terraformValidators,
];
