import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { consoleRoutes } from './console/console-routes.ts';
import type { Defect } from './defects/defect.ts';
import type { Engine } from './engine.ts';
import { FakeGateway } from './gateway/fake-gateway.ts';
import { accessRoutes } from './http/access-routes.ts';
import { actRoutes } from './http/act-routes.ts';
import type { SandboxApp } from './http/app.ts';
import { controlAndAudit } from './http/audit.ts';
import { authenticate } from './http/authenticate.ts';
import { bankRoutes } from './http/bank-routes.ts';
import { bookRoutes } from './http/book-routes.ts';
import { catalogRoutes } from './http/catalog-routes.ts';
import { chargeRoutes } from './http/charge-routes.ts';
import { closingRoutes } from './http/closing-routes.ts';
import { collectionRoutes } from './http/collection-routes.ts';
import { couponRoutes } from './http/coupon-routes.ts';
import { creditNoteRoutes } from './http/credit-note-routes.ts';
import { customerRoutes } from './http/customer-routes.ts';
import { draftRoutes } from './http/draft-routes.ts';
import { dunningRoutes } from './http/dunning-routes.ts';
import { effortRoutes } from './http/effort-routes.ts';
import { entityRoutes } from './http/entity-routes.ts';
import { exchangeRoutes } from './http/exchange-routes.ts';
import { exportRoutes } from './http/export-routes.ts';
import { gatewayRoutes } from './http/gateway-routes.ts';
import { holdRoutes } from './http/hold-routes.ts';
import { invoiceRoutes } from './http/invoice-routes.ts';
import { neighbourRoutes } from './http/neighbour-routes.ts';
import { paymentRoutes } from './http/payment-routes.ts';
import { answerErrors } from './http/problem.ts';
import { RequestLog } from './http/request-log.ts';
import { subscriptionRoutes } from './http/subscription-routes.ts';
import { systemRoutes } from './http/system-routes.ts';
import { taxRoutes } from './http/tax-routes.ts';
import { tenantRoutes } from './http/tenant-routes.ts';
import { thresholdRoutes } from './http/threshold-routes.ts';
import { usageRoutes } from './http/usage-routes.ts';
import { voidRoutes } from './http/void-routes.ts';
import { walletRoutes } from './http/wallet-routes.ts';
import { webhookDrillRoutes } from './http/webhook-drill-routes.ts';
import { writeRoutes } from './http/write-routes.ts';
import { standardProcedures } from './procedures/index.ts';
import { reconcileAll } from './procedures/payment/reconcile-all.ts';
import { standardRules } from './rules/index.ts';
import { Store } from './store/store.ts';
import { Dispatcher } from './webhooks/dispatcher.ts';

export interface SandboxOptions {
  /** Folder for the database and the request log; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** What replaces entries of the engine; null is the sandbox as it should be. */
  readonly defect: Pick<Defect, 'rules' | 'procedures'> | null;
}

/** The whole service, ready for `listen` or `inject`; `close` ends it with its database. */
export async function buildSandbox(options: SandboxOptions): Promise<SandboxApp> {
  if (options.dataDir !== null) mkdirSync(options.dataDir, { recursive: true });
  const store = new Store(options.dataDir === null ? ':memory:' : join(options.dataDir, 'sandbox.sqlite'));
  const gateway = new FakeGateway(store);
  const engine = assembleEngine({ store, gateway }, options.defect);
  const logPath = options.dataDir === null ? null : join(options.dataDir, 'requests.ndjson');
  const log = new RequestLog(logPath, engine.rules.isCounted);
  const app = fastify({ logger: false, forceCloseConnections: true }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  authenticate(app, engine);
  controlAndAudit(app, engine);
  log.watch(app);
  deliverWebhooks(app, engine);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Tollgate Sandbox', version: '1' } },
    transform: jsonSchemaTransform,
  });
  writeRoutes(app, engine);
  systemRoutes(app, engine, log);
  tenantRoutes(app, engine);
  catalogRoutes(app, engine);
  customerRoutes(app, engine);
  couponRoutes(app, engine);
  taxRoutes(app, engine);
  subscriptionRoutes(app, engine);
  usageRoutes(app, engine);
  thresholdRoutes(app, engine);
  invoiceRoutes(app, engine);
  draftRoutes(app, engine);
  paymentRoutes(app, engine);
  exchangeRoutes(app, engine);
  exportRoutes(app, engine);
  effortRoutes(app, engine);
  webhookDrillRoutes(app, engine);
  accessRoutes(app, engine);
  entityRoutes(app, engine);
  voidRoutes(app, engine);
  creditNoteRoutes(app, engine);
  walletRoutes(app, engine);
  gatewayRoutes(app, engine, gateway);
  collectionRoutes(app, engine);
  chargeRoutes(app, engine);
  actRoutes(app, engine);
  closingRoutes(app, engine);
  holdRoutes(app, engine);
  dunningRoutes(app, engine);
  neighbourRoutes(app, engine);
  bookRoutes(app, engine);
  bankRoutes(app, engine);
  consoleRoutes(app, engine);
  // A process that died may have left payments undecided.
  app.addHook('onReady', () => reconcileAll(engine, null));
  return app;
}

/** The engine's own rules and procedures, with those of the defect in their place. */
function assembleEngine(parts: Pick<Engine, 'store' | 'gateway'>, defect: SandboxOptions['defect']): Engine {
  return {
    ...parts,
    rules: { ...standardRules, ...defect?.rules },
    procedures: { ...standardProcedures, ...defect?.procedures },
  };
}

function deliverWebhooks(app: SandboxApp, engine: Engine): void {
  const dispatcher = new Dispatcher(engine);
  app.addHook('onReady', async () => dispatcher.resume());
  app.addHook('onResponse', async (request) => {
    if (request.method !== 'GET' && request.tenantId !== '') dispatcher.wake(request.tenantId);
  });
  app.addHook('onClose', async () => {
    await dispatcher.close();
    engine.store.close();
  });
}
