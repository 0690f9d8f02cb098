/** What a panel takes of a grid. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a panel stands: from the left, and from the top. */
export interface Spot extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Panels side by side until the width is full, then below the tallest of those; none is wider than the grid.
 * `bottom` is the first line below all of them.
 */
export function placePanels(
  sizes: readonly Size[],
  { columns, top }: { readonly columns: number; readonly top: number },
): { readonly spots: Spot[]; readonly bottom: number } {
  const spots: Spot[] = [];
  let y = top;
  let x = 0;
  let tallest = 0;
  for (const { width, height } of sizes) {
    if (x + width > columns) {
      y += tallest;
      x = 0;
      tallest = 0;
    }
    spots.push({ x, y, width, height });
    x += width;
    tallest = Math.max(tallest, height);
  }
  return { spots, bottom: y + tallest };
}
