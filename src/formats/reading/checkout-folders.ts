/** Where the usual build services check a repository out, by their documentation. */
const checkoutFolders: readonly RegExp[] = [
  /^\/home\/runner\/work\/[^/]+\/[^/]+\//, // GitHub Actions, Linux
  /^\/Users\/runner\/work\/[^/]+\/[^/]+\//, // GitHub Actions, macOS
  /^\/github\/workspace\//, // GitHub Actions, container
  /^[a-z]:\/a\/[^/]+\/[^/]+\//i, // GitHub Actions and Azure Pipelines, Windows
  /^\/home\/vsts\/work\/\d+\/s\//, // Azure Pipelines, Linux
  /^(?:[a-z]:)?\/(?:[^/]+\/){0,8}?_work\/[^/]+\/[^/]+\//i, // own agents of GitHub Actions and Azure Pipelines
  /^\/builds\/[\w-]{8,}\/\d+\/[^/]+\/[^/]+\//, // GitLab, own runners
  /^\/builds\/[^/]+\/[^/]+\//, // GitLab
  /^\/opt\/atlassian\/pipelines\/agent\/build\//, // Bitbucket Pipelines
  /^(?:[a-z]:)?\/(?:[^/]+\/){0,6}?(?=[^/]*jenkins)[^/]+\/(?:[^/]+\/){0,3}?workspace\/[^/]+\//i, // Jenkins
  /^(?:[a-z]:)?\/(?:[^/]+\/){0,4}?buildagent\/work\/[^/]+\//i, // TeamCity
  /^\/codebuild\/output\/(?:src\d+\/)?src\/[^/]+\/[^/]+\/[^/]+\//, // AWS CodeBuild
  /^\/home\/travis\/build\/[^/]+\/[^/]+\//, // Travis CI
  /^\/drone\/src\//, // Drone
  /^\/home\/circleci\/project\//, // CircleCI
  /^\/workspace\//, // Google Cloud Build, Tekton
];

/** No build service's folder is longer. */
const longestFolder = 500;

/**
 * A path below a build service's check-out folder as the path inside the repository. Such folders hold names and
 * numbers of the build machine that mean nothing to a reader and would make one finding look like two.
 */
export function withoutCheckoutFolder(path: string): string {
  const start = path.slice(0, longestFolder);
  for (const folder of checkoutFolders) {
    const root = folder.exec(start)?.[0];
    if (root !== undefined && root.length < path.length) return path.slice(root.length);
  }
  return path;
}
