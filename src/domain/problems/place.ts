/** What `doctor` finds wrong with the place the program works in: the folder and its disk, the screen, the machine. */
export type PlaceProblem =
  /** The system refuses what every save needs; `reason` is its own code, such as EROFS. */
  | { readonly code: 'folder-refuses'; readonly trial: FolderTrial; readonly reason: string }
  /** Two programs may both believe that they made a file, so no lock holds. */
  | { readonly code: 'folder-not-exclusive' }
  | { readonly code: 'folder-not-synced-to-disk'; readonly reason: string }
  /** A Chinese name comes back as another one. */
  | { readonly code: 'folder-loses-names' }
  | { readonly code: 'disk-nearly-full'; readonly megabytes: number }
  /** The medium's clock is so many seconds ahead of this machine's; negative where it is behind. */
  | { readonly code: 'folder-clock'; readonly seconds: number }
  /** The folder is copied to the net by a program of this name. */
  | { readonly code: 'folder-in-cloud'; readonly service: string }
  | { readonly code: 'folder-on-network' }
  | { readonly code: 'folder-temporary' }
  | { readonly code: 'console-encoding'; readonly found: string }
  | { readonly code: 'console-narrow'; readonly columns: number; readonly needed: number }
  | { readonly code: 'node-too-old'; readonly found: string; readonly needed: string };

/** What is tried out in a folder, in this order; what follows one that fails is not tried. */
export type FolderTrial = 'create' | 'replace' | 'remove';
