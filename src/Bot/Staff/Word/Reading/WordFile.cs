using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Staff.Word.Reading;

/// <summary>Opens a Word file that may be anything; what unpacks to too much or nests too deep is refused before a tree is made of it.</summary>
internal static class WordFile
{
    private const string NoWordFile = "Tệp không phải là tệp Word .docx.";

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    // Never unpacked.
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".webp"];

    public static WordprocessingDocument Open(Stream file, WordLimits limits)
    {
        var packed = Packed(file, limits);
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true)) Check(archive, limits);
        packed.Position = 0;
        var document = WordprocessingDocument.Open(packed, isEditable: false);
        try
        {
            if (document.DocumentType is not (WordprocessingDocumentType.Document or WordprocessingDocumentType.Template))
                throw Macros();
            if (document.MainDocumentPart is not { } main) throw new BadWordFileException(NoWordFile);
            // Only what is named as XML has been counted; a content type can make a part of anything.
            if (main.Parts.Select(p => p.OpenXmlPart).Where(IsRead).Prepend(main).Any(part => !IsXml(part.Uri.OriginalString)))
                throw new BadWordFileException(NoWordFile);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    private static MemoryStream Packed(Stream file, WordLimits limits)
    {
        var packed = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (packed.Length + read > limits.PackedBytes)
                throw new BadWordFileException($"Tệp Word lớn hơn {limits.PackedBytes / 1024 / 1024} MB; không nhập.");
            packed.Write(buffer, 0, read);
        }
        var start = packed.GetBuffer().AsSpan(0, (int)Math.Min(packed.Length, OldOffice.Length));
        if (start.SequenceEqual(OldOffice))
            throw new BadWordFileException("Đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu: không nhập. Hãy mở bằng Word, bỏ mật khẩu và lưu lại thành .docx.");
        if (!start.StartsWith("PK"u8)) throw new BadWordFileException(NoWordFile);
        packed.Position = 0;
        return packed;
    }

    private static void Check(ZipArchive archive, WordLimits limits)
    {
        if (archive.Entries.Count > limits.Entries) throw TooMuch();
        var left = limits.UnpackedBytes;
        var (elements, paragraphs) = (limits.Elements, limits.Paragraphs);
        foreach (var entry in archive.Entries.Where(e => !IsPicture(e.FullName)))
        {
            if (entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) throw Macros();
            using var unpacked = new BoundedStream(entry.Open(), left, TooMuch);
            if (IsXml(entry.FullName) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                Count(unpacked, limits.Depth, ref elements, ref paragraphs);
            unpacked.CopyTo(Stream.Null);
            left = unpacked.Left;
        }
    }

    // A DTD ends the reading: the reader's own default, said here because everything hangs on it.
    private static void Count(Stream xml, int depth, ref int elements, ref int paragraphs)
    {
        using var reader = XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (--elements < 0 || reader.Depth > depth) throw TooMuch();
            if (reader.LocalName == "p" && --paragraphs < 0) throw new BadWordFileException("Tệp Word có quá nhiều đoạn; không nhập. Hãy chia nhỏ.");
        }
    }

    // The parts that a tree is made of; what the import reads besides belongs here.
    private static bool IsRead(OpenXmlPart part) =>
        part is StylesPart or NumberingDefinitionsPart or FootnotesPart or EndnotesPart or WordprocessingCommentsPart or HeaderPart or FooterPart;

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsPicture(string name) => Pictures.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static BadWordFileException Macros() => new("Tệp Word có macro (.docm, .dotm): không nhập. Hãy lưu lại thành .docx.");

    private static BadWordFileException TooMuch() => new("Tệp Word bung ra quá lớn hoặc lồng nhau quá sâu; không nhập.");
}
