import { describe, expect, it } from "vitest";
import { escapeHtml, html, linked, raw } from "../../src/report/html/html.ts";

describe("html", () => {
  it("escapes what is put in, in text and in attributes", () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<b title="${evil}">${evil}</b>`.markup).toBe(
      `<b title="${escapeHtml(evil)}">${escapeHtml(evil)}</b>`,
    );
    expect(escapeHtml(evil)).toBe("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;");
  });

  it("joins lists, leaves out null, nests its own markup without escaping it twice", () => {
    const items = ["a<", "b"].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}${3}</ul>`.markup).toBe("<ul><li>a&lt;</li><li>b</li>3</ul>");
    expect(html`${raw("<hr>")}`.markup).toBe("<hr>");
  });

  it("links http and https, and no other scheme", () => {
    expect(linked("see https://a.org/x?a=1&b=2, or http://b.cn.").markup).toBe(
      'see <a href="https://a.org/x?a=1&amp;b=2" rel="noopener noreferrer">https://a.org/x?a=1&amp;b=2</a>, or <a href="http://b.cn" rel="noopener noreferrer">http://b.cn</a>.',
    );
    for (const scheme of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "xhttp://a.org",
      "//a.org",
    ])
      expect(linked(scheme).markup).not.toContain("<a");
  });

  it("lets no address leave its attribute", () => {
    expect(linked('http://x.org/"onmouseover="alert(3)').markup).not.toMatch(/<a [^>]*onmouseover/);
    expect(linked("http://x.org/<script>").markup).not.toContain("<script>");
  });
});
