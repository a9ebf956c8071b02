export const DetailsPage = (_: { clientId: string; tab: string }) => null;
