export function digests(folder: string, assets: string[]): void;
