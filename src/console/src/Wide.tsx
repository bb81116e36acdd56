import type { ReactNode } from "react";

/** A table that may be wider than the window: it scrolls by itself, by the keyboard too. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  // A region that scrolls must be reached by Tab (WCAG 2.1.1).
  <div className="wide" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
