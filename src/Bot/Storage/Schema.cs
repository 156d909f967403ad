namespace Bot.Storage;

/// <summary>The tables, as steps that are applied once each: the files in Steps, by their numbers. One that has been released is never changed, a new one is added.</summary>
internal static class Schema
{
    private const string Folder = "schema/";

    private static readonly string[] Steps =
        [.. typeof(Schema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text)];

    /// <summary>The version that a store is at once every step has been applied.</summary>
    public static int Version => Steps.Length;

    /// <summary>Applies the steps that the store has not seen yet; returns the version it is at then.</summary>
    /// <param name="name">What the operator calls the store.</param>
    /// <param name="dialect">Turns a step, which is written for SQLite, into the store's own SQL.</param>
    public static int Apply(Session session, int version, string name, Func<string, string> dialect)
    {
        if (version > Steps.Length) throw new InvalidOperationException($"{name} đã ở phiên bản {version}, mới hơn chương trình này ({Steps.Length}); hãy chạy bản mới hơn.");
        for (; version < Steps.Length; version++) session.Run(dialect(Steps[version]));
        return version;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
