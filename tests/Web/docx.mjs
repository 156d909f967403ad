// A Word file as small as one can be, made by the test: paragraphs, headings and a table in a zip of stored entries.
import { crc32 } from 'node:zlib';

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The bytes of a .docx; a block is a text, `{ title }` (bold and in the middle), or `{ rows }` with texts in them. */
export function docx(blocks) {
  const body = blocks.map(block => (block.rows ? table(block.rows) : typeof block === 'string' ? paragraph(block) : paragraph(block.title, true))).join('');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zip({ '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': document });
}

const paragraph = (text, isTitle) => `<w:p>${isTitle ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ''}<w:r>${isTitle ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
const table = rows => `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function zip(files) {
  const [entries, directory] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const sizes = [crc32(data), data.length, data.length];
    entries.push(record(0x04034b50, [[2, 20], [2, 0], [2, 0], [4, 0], ...sizes.map(size => [4, size]), [2, path.length], [2, 0]]), path, data);
    directory.push(record(0x02014b50, [[2, 20], [2, 20], [2, 0], [2, 0], [4, 0], ...sizes.map(size => [4, size]), [2, path.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), path);
    offset += 30 + path.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  return Buffer.concat([...entries, ...directory, record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]])]);
}

/** A signature and numbers of so many bytes each, the lowest first. */
function record(signature, fields) {
  const parts = [[4, signature], ...fields].map(([bytes, value]) => {
    const part = Buffer.alloc(bytes);
    part.writeUIntLE(value, 0, bytes);
    return part;
  });
  return Buffer.concat(parts);
}
