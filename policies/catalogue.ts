import { rule as conflictingRecords } from './conflicting-records';
import { rule as danglingMount } from './dangling-mount';
import { rule as duplicateAwsName } from './duplicate-aws-name';
import { rule as duplicateName } from './duplicate-name';
import { rule as duplicateObject } from './duplicate-object';
import { rule as duplicateSecurityGroupRule } from './duplicate-security-group-rule';
import { rule as folderWithoutOneOwner } from './folder-without-one-owner';
import { rule as foreignSecret } from './foreign-secret';
import { rule as foreignStore } from './foreign-store';
import { rule as listenerPriorityCollision } from './listener-priority-collision';
import { rule as malformedProvides } from './malformed-provides';
import { rule as missingAppFolder } from './missing-app-folder';
import { rule as missingAppProject } from './missing-app-project';
import { rule as missingAwsName } from './missing-aws-name';
import { rule as missingClaim } from './missing-claim';
import { rule as missingConfigMap } from './missing-config-map';
import { rule as missingNamespace } from './missing-namespace';
import { rule as missingNodeClass } from './missing-node-class';
import { rule as missingObject } from './missing-object';
import { rule as missingPriorityClass } from './missing-priority-class';
import { rule as missingRole } from './missing-role';
import { rule as missingScaleTarget } from './missing-scale-target';
import { rule as missingSecret } from './missing-secret';
import { rule as missingService } from './missing-service';
import { rule as missingServiceAccount } from './missing-service-account';
import { rule as missingStorageClass } from './missing-storage-class';
import { rule as missingTargetGroup } from './missing-target-group';
import { rule as missingVolume } from './missing-volume';
import { rule as prunableData } from './prunable-data';
import { rule as readableSecret } from './readable-secret';
import { rule as recoveryObjective } from './recovery-objective';
import { rule as refusedArgument } from './refused-argument';
import { rule as refusedSource } from './refused-source';
import { rule as replicasBesideScaler } from './replicas-beside-scaler';
import { rule as selectorMismatch } from './selector-mismatch';
import { rule as twoScalersOnOneTarget } from './two-scalers-on-one-target';
import { rule as unknownContainer } from './unknown-container';
import { rule as unknownEngineVersion } from './unknown-engine-version';
import { rule as unknownInstanceType } from './unknown-instance-type';
import { rule as unknownPortName } from './unknown-port-name';
import { rule as unknownSecretStore } from './unknown-secret-store';
import { rule as unprotectedData } from './unprotected-data';
import { rule as zoneMismatch } from './zone-mismatch';
import type { Rule } from './rule';

/** Every rule there is, in order of id. */
export const rules: readonly Rule[] = [
  conflictingRecords,
  danglingMount,
  duplicateAwsName,
  duplicateName,
  duplicateObject,
  duplicateSecurityGroupRule,
  folderWithoutOneOwner,
  foreignSecret,
  foreignStore,
  listenerPriorityCollision,
  malformedProvides,
  missingAppFolder,
  missingAppProject,
  missingAwsName,
  missingClaim,
  missingConfigMap,
  missingNamespace,
  missingNodeClass,
  missingObject,
  missingPriorityClass,
  missingRole,
  missingScaleTarget,
  missingSecret,
  missingService,
  missingServiceAccount,
  missingStorageClass,
  missingTargetGroup,
  missingVolume,
  prunableData,
  readableSecret,
  recoveryObjective,
  refusedArgument,
  refusedSource,
  replicasBesideScaler,
  selectorMismatch,
  twoScalersOnOneTarget,
  unknownContainer,
  unknownEngineVersion,
  unknownInstanceType,
  unknownPortName,
  unknownSecretStore,
  unprotectedData,
  zoneMismatch,
];
