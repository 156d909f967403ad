using System.Collections.Frozen;
using System.Collections.Immutable;
using Knowledge.Notices;

namespace Bot.Staff.Word.Official;

/// <summary>A type of official document: its name, its sign in a document's number, and the kind of notice that is made of it.</summary>
internal sealed record DocumentType(string Name, string? Sign, string Kind)
{
    public const string Announcement = "thông báo";
    private const string Guide = "hướng dẫn";

    private static readonly ImmutableArray<DocumentType> All =
    [
        new(Announcement, "TB", Announcement), new("công văn", null, Announcement), new("công điện", "CĐ", Announcement), new("giấy mời", "GM", Announcement),
        new("kế hoạch", "KH", Announcement), new("báo cáo", "BC", Announcement), new("tờ trình", "TTr", Announcement), new("chương trình", "CTr", Announcement),
        new(Guide, "HD", Guide), new("quyết định", "QĐ", Guide), new("nghị quyết", "NQ", Guide), new("chỉ thị", "CT", Guide), new("quy chế", "QC", Guide),
        new("quy định", "QyĐ", Guide), new("phương án", "PA", Guide), new("đề án", "ĐA", Guide), new("thông tư", "TT", Guide),
        new("thông tư liên tịch", "TTLT", Guide), new("nghị định", "NĐ", Guide), new("pháp lệnh", "PL", Guide),
        new("luật", null, Guide), new("thủ tục", null, "thủ tục"),
    ];

    private static readonly FrozenDictionary<string, string> Kinds = All.Select(type => type.Kind).Append("tin tức").Distinct().ToFrozenDictionary(NoticeReader.Slug);

    /// <summary>The kind of notice that a folder is for; null for a folder that is for none.</summary>
    public static string? KindOf(string? folder) => folder is null ? null : Kinds.GetValueOrDefault(folder);

    /// <summary>A letter: the one type whose name does not stand above it.</summary>
    public static DocumentType Letter => All[1];

    /// <summary>The type whose name a line is.</summary>
    public static DocumentType? Named(string line)
    {
        var slug = NoticeReader.Slug(line);
        return All.FirstOrDefault(type => NoticeReader.Slug(type.Name) == slug);
    }

    /// <summary>The type by the sign in a number: 12/TB-SYT, 12/2020/TT-BYT.</summary>
    public static DocumentType? Signed(string? number)
    {
        var signs = number?.Split('/').Skip(1).Select(part => part.Split('-')[0]).ToList() ?? [];
        return All.FirstOrDefault(type => type.Sign is not null && signs.Contains(type.Sign));
    }
}
