import { typeNamed, recordTypeNames } from '../../shared/records/registry.ts';
import { writeTemplate } from '../../shared/intake/workbook/write-template.ts';
import { notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /v1/templates/{type}.xlsx`: a workbook to fill in, for one kind of record; `all.xlsx` has a sheet for each. */
export function createHandler({ log }: Pick<World, 'log'>): HttpHandler {
  return serveHttp(log, ({ params }) => {
    const [, name = ''] = /^([a-z]+)\.xlsx$/.exec(params['name'] ?? '') ?? [];
    const type = typeNamed(name)?.type;
    if (type === undefined && name !== 'all') throw notFound();
    const file = writeTemplate(type === undefined ? recordTypeNames : [type]);
    return Promise.resolve({
      status: 200,
      file,
      headers: { 'content-type': XLSX, 'content-disposition': `attachment; filename="${name}.xlsx"` },
    });
  });
}
