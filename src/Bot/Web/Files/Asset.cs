using System.IO.Compression;
using System.Security.Cryptography;

namespace Bot.Web.Files;

/// <summary>A file that browsers may keep for ever, because its address changes with its content.</summary>
public sealed class Asset
{
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    public Asset(string name, byte[] content)
    {
        Name = name;
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        // Not at the start of the process, which has to be ready at once; the first who asks waits some milliseconds.
        brotli = new Lazy<byte[]>(() => Compress(content, stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = 11 })));
        gzip = new Lazy<byte[]>(() => Compress(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string Name { get; }

    public byte[] Content { get; }

    public string Hash { get; }

    public string Address => AddressOf(Name, Hash);

    public byte[] In(Coding coding) => coding switch
    {
        Coding.Brotli => brotli.Value,
        Coding.Gzip => gzip.Value,
        _ => Content,
    };

    /// <summary>"style.css" and its hash as "/assets/style.0123456789abcdef.css".</summary>
    public static string AddressOf(string name, string hash) =>
        $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";

    private static byte[] Compress(byte[] content, Func<Stream, Stream> into)
    {
        using var memory = new MemoryStream();
        using (var stream = into(memory)) stream.Write(content);
        return memory.ToArray();
    }
}
