namespace Knowledge.Indexing;

/// <summary>
/// For each of so many terms the passages that hold it and what its frequency there is worth (BM25 without the term's rarity, in 255ths of
/// the most it can be). Terms that many passages hold are kept as one byte for every passage.
/// </summary>
internal sealed class Postings
{
    private const int DenseShare = 8;

    private readonly int[] holders;
    private readonly int[] starts;
    private readonly int[] passages;
    private readonly byte[] worths;
    private readonly byte[] dense;

    private Postings(int[] holders, int[] starts, int[] passages, byte[] worths, byte[] dense) =>
        (this.holders, this.starts, this.passages, this.worths, this.dense) = (holders, starts, passages, worths, dense);

    /// <summary>How many passages hold a term.</summary>
    public int Holders(int term) => (uint)term < (uint)holders.Length ? holders[term] : 0;

    /// <summary>Whether a term is kept as one byte for every passage.</summary>
    public bool IsDense(int term) => starts[term] < 0;

    /// <summary>Of a dense term the worth in so many passages from one on; zero where it does not stand.</summary>
    public ReadOnlySpan<byte> Dense(int term, int first, int count) => dense.AsSpan(~starts[term] + first, count);

    /// <summary>Of another term the passages that hold it, ascending.</summary>
    public ReadOnlySpan<int> Passages(int term) => passages.AsSpan(starts[term], holders[term]);

    /// <summary>And its worth in each of them.</summary>
    public ReadOnlySpan<byte> Worths(int term) => worths.AsSpan(starts[term], holders[term]);

    /// <summary>Makes the postings in two readings, the first to count.</summary>
    /// <param name="terms">How many terms there are.</param>
    /// <param name="count">How many passages there are.</param>
    /// <param name="read">Reads every passage's terms, passage by passage, with their worth.</param>
    public static Postings Build(int terms, int count, Action<Action<int, int, byte>> read)
    {
        var holders = new int[terms];
        read((_, term, _) => holders[term]++);
        var starts = new int[terms];
        var (sparse, many) = (0, 0);
        for (var term = 0; term < terms; term++)
        {
            if (holders[term] >= Math.Max(16, count / DenseShare))
            {
                starts[term] = ~many;
                many += count;
            }
            else
            {
                starts[term] = sparse;
                sparse += holders[term];
            }
        }
        var (passages, worths, dense) = (new int[sparse], new byte[sparse], new byte[many]);
        var next = new int[terms];
        read((passage, term, worth) =>
        {
            if (starts[term] < 0)
            {
                dense[~starts[term] + passage] = worth;
                return;
            }
            var at = starts[term] + next[term]++;
            (passages[at], worths[at]) = (passage, worth);
        });
        return new Postings(holders, starts, passages, worths, dense);
    }
}
