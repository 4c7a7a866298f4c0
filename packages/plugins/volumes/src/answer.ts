import type { Volume } from '@arca/api';
import type { VolumeRecord } from '@arca/plugin-kit';

/** A volume as the API shows it. */
export const volumeAnswer = (volume: VolumeRecord): Volume => ({
  CreatedAt: volume.createdAt.replace(/\.\d+/, ''),
  Driver: volume.driver,
  Labels: volume.labels && { ...volume.labels },
  Mountpoint: volume.mountpoint,
  Name: volume.name,
  Options: volume.options && { ...volume.options },
  Scope: volume.scope,
});
