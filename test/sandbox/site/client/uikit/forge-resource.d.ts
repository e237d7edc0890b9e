/** The resource of the app that is being bundled; the build says which. */
declare module 'forge-resource';
