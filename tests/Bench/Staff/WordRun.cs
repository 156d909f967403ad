using System.Diagnostics;
using Bot.Staff.Word;
using Bot.Tests.Staff.Word;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bench.Staff;

/// <summary>How long it takes to import a Word document of fifty pages, the first time in a process and after that.</summary>
internal static class WordRun
{
    private const int Pages = 50;
    private const int Times = 10;

    public static int Run()
    {
        var file = Made().ToArray();
        var (first, draft) = Import(file);
        var others = Enumerable.Range(0, Times).Select(_ => Import(file).Time.TotalMilliseconds).Order().ToList();
        Console.WriteLine($"{Pages} pages, {file.Length / 1024} KB, {draft.Markdown.Length} characters of draft, {draft.NotCarried.Length} lines not carried");
        Console.WriteLine($"the first import {first.TotalMilliseconds:F0} ms; {Times} more: median {others[Times / 2]:F0} ms, longest {others[^1]:F0} ms");
        return 0;
    }

    private static (TimeSpan Time, WordDraft Draft) Import(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var draft = WordImport.Read(new MemoryStream(file), new DateOnly(2026, 11, 25));
        return (watch.Elapsed, draft);
    }

    // A page: an article with its heading, eight paragraphs of many runs, a nested list, a table and a footnote.
    internal static MemoryStream Made()
    {
        var word = new WordBuilder().Letterhead("UBND TỈNH MẪU", "SỞ Y TẾ", "Số: 1/QĐ-SYT", "Mẫu Sơn, ngày 05 tháng 8 năm 2026").Centred("QUYẾT ĐỊNH").Centred("Về việc ban hành quy chế");
        for (var page = 1; page <= Pages; page++)
        {
            word.Add(new Paragraph(WordBuilder.Run($"Điều {page}. Tiếp nhận hồ sơ loại {page}", isBold: true)));
            for (var paragraph = 0; paragraph < 8; paragraph++)
                word.Add(new Paragraph(Enumerable.Range(0, 12).Select(run => WordBuilder.Run("tổ chức, cá nhân nộp hồ sơ qua mạng ", run % 5 == 0, run % 7 == 0))));
            word.Add(new Paragraph(WordBuilder.Run("Xem thêm"), word.Footnote(WordBuilder.Run($"Ghi chú của trang {page}."))));
            for (var item = 0; item < 6; item++) word.Item(2, item % 2, "Bản sao giấy tờ có chứng thực");
            word.Add(WordBuilder.Table([.. Enumerable.Range(0, 6).Select(row => (string[])[$"{row}", "Loại A", "500.000 đồng", "05 ngày"])]));
        }
        return word.Closing(["- Như trên;", "- Lưu: VT."], "GIÁM ĐỐC", "Nguyễn Văn Mẫu").Build();
    }
}
