export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--accent-solid)" />
      <path d="M7 20c3 0 3-8 6-8s3 10 6 10 3-12 6-12" fill="none" stroke="#fff7ec" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
