/** What pulling takes, beside the token of the registry. */
export function pullActions(): string[] {
  return ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
}

/** What pushing takes beside that. */
export function pushActions(): string[] {
  return ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
}
