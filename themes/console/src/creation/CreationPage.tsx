export const CreationPage = () => null;
