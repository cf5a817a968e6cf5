import { openTelemetry } from '@nexus/router';

export default { plugins: [openTelemetry()] };
