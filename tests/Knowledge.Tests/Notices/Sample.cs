using Knowledge.Notices;

namespace Knowledge.Tests.Notices;

/// <summary>A small sound notice that tests spoil one thing of.</summary>
internal static class Sample
{
    public const string Path = "notices/thong-bao/mau.md";

    public const string Text = """
        ---
        title: Thông báo mẫu
        kind: thông báo
        number: null
        issuer: Sở Mẫu
        issued: 2020-08
        effective: { from: 2020-08, to: null, note: mùa dịch }
        status: historical
        superseded-by: []
        source: { name: Văn bản mẫu, url: null, seen: 2026-11-21 }
        reviewed: 2026-11-21
        facts: { counter: Quầy 19 }
        questions:
          quay:
            - ask: nộp ở quầy nào
              contains: [Quầy 19]
            - bàn số mấy nhận giấy
        ---
        ## Nộp trực tiếp ở quầy nào? {#quay audience=citizen}
        Quý vị nộp tại **Quầy 19**.

        - mang theo giấy hẹn

        ## Lệ phí bao nhiêu? {#le-phi stated=no}
        Thông báo không nêu lệ phí.
        """;

    public static ContentFile File(string? text = null, string path = Path) => new(path, text ?? Text);

    public static (Notice? Notice, List<Fault> Faults) Read(string text, string path = Path)
    {
        var faults = new List<Fault>();
        return (NoticeReader.Read(new ContentFile(path, text), faults), faults);
    }
}
